/** What people of a small company ask its desk for: category, priority, subject, description. */
export interface DemoIssue {
  category: "Hardware" | "Software" | "Access" | "Network" | "Facilities" | "Other";
  priority: "Urgent" | "High" | "Medium" | "Low";
  subject: string;
  description: string;
}

const issue = (category: DemoIssue["category"], priority: DemoIssue["priority"], text: string): DemoIssue => {
  const [subject = "", ...rest] = text.split(" | ");
  return { category, priority, subject, description: rest.join("\n") };
};

/** {room}, {floor}, {device}, {app} and {n} are filled in differently each time. */
export const ISSUES: readonly DemoIssue[] = [
  issue(
    "Hardware",
    "Medium",
    "Printer on floor {floor} prints blank pages | Every second page comes out empty since this morning. | Toner was changed last week.",
  ),
  issue(
    "Hardware",
    "High",
    "Laptop does not start after the update | It stays on the logo for ten minutes, then goes dark. Device {device}.",
  ),
  issue(
    "Hardware",
    "Low",
    "Second monitor flickers | Only when the height of the desk is changed. Might be the cable.",
  ),
  issue(
    "Hardware",
    "Medium",
    "Docking station loses the network | After lunch, every day, for about a minute. Device {device}.",
  ),
  issue("Hardware", "Low", "New keyboard, German layout | For {room}, the old one has lost its Ö."),
  issue("Hardware", "Medium", "Headset has no sound in calls | Works with music, not in {app}."),
  issue(
    "Hardware",
    "High",
    "Label printer in the warehouse jams | We ship from here: two parcels an hour instead of thirty. | I took the cover off and cleaned the roller, no change.",
  ),
  issue("Hardware", "Low", "Phone screen cracked | Still usable, but it cuts my thumb."),
  issue("Hardware", "Medium", "Projector in {room} shows everything in pink | Tried both cables."),
  issue("Hardware", "Low", "Return of a laptop | Intern leaves on Friday, device {device}."),
  issue(
    "Software",
    "Medium",
    "{app} closes by itself when saving as PDF | Since version {n}. Files up to ten pages are fine.",
  ),
  issue(
    "Software",
    "High",
    'Invoices cannot be exported | {app} says "=EXPORT failed" and nothing else. Month end is tomorrow.',
  ),
  issue("Software", "Low", "Please install {app} | For the new colleague, device {device}."),
  issue("Software", "Medium", "Calendar shows meetings one hour late | Only the ones that Lisbon invites us to."),
  issue("Software", "Medium", "Search in {app} finds nothing | Index says 0 documents, it was 12,400 on Monday."),
  issue(
    "Software",
    "Urgent",
    "Order system rejects every card payment | Customers are on the phone. Started {n} minutes ago.",
  ),
  issue("Software", "Low", "Spell checker insists on American English | It underlines colour. Every time."),
  issue(
    "Software",
    "High",
    "Time sheets are gone | I filled in the week, pressed save, and it is empty. Payroll is due.",
  ),
  issue("Software", "Medium", "Licence of {app} runs out | Message: 14 days left. Seats used: {n}."),
  issue(
    "Access",
    "High",
    "Locked out after holidays | Password expired while I was away, and the reset mail goes to the account I cannot open.",
  ),
  issue("Access", "Medium", 'Access to the folder "Quotes 2026" | Read is enough.'),
  issue(
    "Access",
    "Medium",
    "New starter on Monday | Accounts for mail, {app} and the door, please. Desk is in {room}.",
  ),
  issue("Access", "High", "Leaver: close all accounts today at 17:00 | Please do not tell anybody before five."),
  issue("Access", "Low", "Distribution list for the trade fair | Six people, list attached to my last mail."),
  issue("Access", "Medium", "Badge does not open {room} | Green light, but the door stays shut."),
  issue("Access", "Medium", "Second factor on a new phone | Old phone was wiped before I moved the codes."),
  issue(
    "Access",
    "Urgent",
    "Shared mailbox sends spam | Forty bounces in ten minutes. Somebody must have our password.",
  ),
  issue(
    "Network",
    "Urgent",
    "No internet on floor {floor} | Wireless and cable both. The whole team is standing around.",
  ),
  issue("Network", "Medium", "Wireless in {room} is slow | 0.4 Mbit/s measured at the table, 60 at the door."),
  issue("Network", "High", "VPN drops every few minutes | From home, since Tuesday. Error 1-2-3, no joke."),
  issue("Network", "Medium", "Network drive Z: not found | Others have it. Restarted twice."),
  issue("Network", "Low", "Guest wireless password for a visitor | Thursday, 10:00–16:00, four people."),
  issue("Network", "Medium", "Video calls freeze in {room} | Picture stands still, sound goes on."),
  issue("Network", "High", "Till in the showroom is offline | Card terminal blinks orange. We write receipts by hand."),
  issue("Facilities", "Medium", "Heating in {room} does not go off | 27 °C and rising. Window is open."),
  issue(
    "Facilities",
    "High",
    "Water under the sink in the kitchen, floor {floor} | I put a bucket there. It fills in about an hour.",
  ),
  issue("Facilities", "Low", "Light above desk {n} hums | Only in the afternoon."),
  issue("Facilities", "Medium", "Meeting room chairs | Two in {room} have lost a wheel."),
  issue("Facilities", "Low", "Coffee machine asks for descaling | It has asked since Monday. It is getting insistent."),
  issue("Facilities", "Medium", "Roller door of the warehouse stuck half open | Closes by hand with two people."),
  issue(
    "Facilities",
    "Urgent",
    "Lift stuck between floors, nobody inside | Alarm is ringing. Engineer's number is on the door but nobody answers.",
  ),
  issue("Facilities", "Low", "Bike stand outside is loose | One screw is missing."),
  issue(
    "Facilities",
    "Medium",
    "Desk move: {n} people from {room} | Wednesday after six. Phones go along, printers stay.",
  ),
  issue("Facilities", "Low", "Plants in the lobby | Nobody waters them since the new contract."),
  issue("Other", "Low", "Who books parking for visitors? | Asked three people, got four answers."),
  issue("Other", "Medium", "Business cards for two colleagues | Names and titles in the mail below."),
  issue("Other", "Low", "Lost: blue umbrella | Left in {room} on {n} February or so."),
  issue("Other", "Medium", "Courier did not come | Parcel for the calibration lab has to leave today."),
];

/** Texts that must stay the texts they are: formulas, markup, look-alikes of numbers and dates, other scripts, much too long. */
export const HOSTILE: readonly DemoIssue[] = [
  issue(
    "Software",
    "Low",
    '=HYPERLINK("https://phish.example.org","Click to see your ticket") | =IMPORTXML("https://phish.example.org","//a")',
  ),
  issue(
    "Other",
    "Low",
    "<script>alert('hello')</script> on our intranet page | <img src=x onerror=alert(1)> is what it shows instead of the menu. <b>Bold</b> too.",
  ),
  issue("Hardware", "Low", "007 | The number on the asset label, zeros included. The old list dropped them."),
  issue("Facilities", "Medium", "3/4 | Room 3/4, not the third of April. The lamp is broken."),
  issue("Network", "Medium", "+44 20 7946 0018 cannot be reached | -1 on the display, then @ and nothing."),
  issue("Software", "Low", "Поиск не находит документы с «кавычками» | И ещё: файлы с эмодзи 🚲 в имени. مرحبا too."),
  issue(
    "Software",
    "Medium",
    "Whole log of the crash, as asked | " +
      "at com.example.report.Renderer.draw(Renderer.java:212) – frame {n}, page 3 of 9, font missing; ".repeat(60),
  ),
];

export const FILLERS: Record<string, readonly string[]> = {
  room: ["room Ash", "room Birch", "room Cedar", "the lab", "the showroom", "accounting", "the back office"],
  floor: ["1", "2", "3"],
  device: ["FH-LT-0142", "FH-LT-0207", "FH-LT-0088", "FH-PC-0031", "FH-LT-0311"],
  app: ["the ledger", "Drafter", "the CRM", "the stock list", "the video client", "the label editor"],
  n: ["3", "8", "12", "14", "21", "26"],
};

/** What agents write down while they work. */
export const NOTES: readonly string[] = [
  "Called back, nobody there. Will try again after lunch.",
  "Reproduced it on a second device.",
  "Spare part ordered, arrives on Thursday.",
  "Waiting for the landlord's engineer.",
  "Asked for a screenshot and the exact time.",
  "Reset done, told the requester to sign in again.",
  "Same as last month: loose cable behind the cabinet.",
  "Vendor's ticket 88-1204 opened, they promise an answer today.",
  "Replaced by one from the shelf. Stock is down to two.",
  "Works again. Keeping it open over night to be sure.",
];

export const TAGS: readonly string[] = [
  "recurring",
  "vendor",
  "new starter",
  "warranty",
  "month end",
  "landlord",
  "spare part",
];
