/** What people of a small company ask its desk for: category, priority, subject, description. */
export interface DemoIssue {
  category: "Hardware" | "Software" | "Access" | "Network" | "Facilities" | "Other";
  priority: "Urgent" | "High" | "Medium" | "Low";
  subject: string;
  description: string;
}

/** One a line: "Category Priority: Subject | line of the description | another line". */
const issues = (table: string): DemoIssue[] =>
  table
    .split("\n")
    .filter((line) => line !== "")
    .map(issue);

function issue(line: string): DemoIssue {
  const [, category, priority, text = ""] = /^(\w+) (\w+): (.*)$/.exec(line) ?? [];
  const [subject = "", ...rest] = text.split(" | ");
  return { category, priority, subject, description: rest.join("\n") } as DemoIssue;
}

/** {room}, {floor}, {device}, {app} and {n} are filled in differently each time. */
export const ISSUES: readonly DemoIssue[] = issues(`
Hardware Medium: Printer on floor {floor} prints blank pages | Every second page comes out empty since this morning. | Toner was changed last week.
Hardware High: Laptop does not start after the update | It stays on the logo for ten minutes, then goes dark. Device {device}.
Hardware Low: Second monitor flickers | Only when the height of the desk is changed. Might be the cable.
Hardware Medium: Docking station loses the network | After lunch, every day, for about a minute. Device {device}.
Hardware Low: New keyboard, German layout | For {room}, the old one has lost its Ö.
Hardware Medium: Headset has no sound in calls | Works with music, not in {app}.
Hardware High: Label printer in the warehouse jams | We ship from here: two parcels an hour instead of thirty. | I took the cover off and cleaned the roller, no change.
Hardware Low: Phone screen cracked | Still usable, but it cuts my thumb.
Hardware Medium: Projector in {room} shows everything in pink | Tried both cables.
Hardware Low: Return of a laptop | Intern leaves on Friday, device {device}.
Software Medium: {app} closes by itself when saving as PDF | Since version {n}. Files up to ten pages are fine.
Software High: Invoices cannot be exported | {app} says "=EXPORT failed" and nothing else. Month end is tomorrow.
Software Low: Please install {app} | For the new colleague, device {device}.
Software Medium: Calendar shows meetings one hour late | Only the ones that Lisbon invites us to.
Software Medium: Search in {app} finds nothing | Index says 0 documents, it was 12,400 on Monday.
Software Urgent: Order system rejects every card payment | Customers are on the phone. Started {n} minutes ago.
Software Low: Spell checker insists on American English | It underlines colour. Every time.
Software High: Time sheets are gone | I filled in the week, pressed save, and it is empty. Payroll is due.
Software Medium: Licence of {app} runs out | Message: 14 days left. Seats used: {n}.
Access High: Locked out after holidays | Password expired while I was away, and the reset mail goes to the account I cannot open.
Access Medium: Access to the folder "Quotes 2026" | Read is enough.
Access Medium: New starter on Monday | Accounts for mail, {app} and the door, please. Desk is in {room}.
Access High: Leaver: close all accounts today at 17:00 | Please do not tell anybody before five.
Access Low: Distribution list for the trade fair | Six people, list attached to my last mail.
Access Medium: Badge does not open {room} | Green light, but the door stays shut.
Access Medium: Second factor on a new phone | Old phone was wiped before I moved the codes.
Access Urgent: Shared mailbox sends spam | Forty bounces in ten minutes. Somebody must have our password.
Network Urgent: No internet on floor {floor} | Wireless and cable both. The whole team is standing around.
Network Medium: Wireless in {room} is slow | 0.4 Mbit/s measured at the table, 60 at the door.
Network High: VPN drops every few minutes | From home, since Tuesday. Error 1-2-3, no joke.
Network Medium: Network drive Z: not found | Others have it. Restarted twice.
Network Low: Guest wireless password for a visitor | Thursday, 10:00–16:00, four people.
Network Medium: Video calls freeze in {room} | Picture stands still, sound goes on.
Network High: Till in the showroom is offline | Card terminal blinks orange. We write receipts by hand.
Facilities Medium: Heating in {room} does not go off | 27 °C and rising. Window is open.
Facilities High: Water under the sink in the kitchen, floor {floor} | I put a bucket there. It fills in about an hour.
Facilities Low: Light above desk {n} hums | Only in the afternoon.
Facilities Medium: Meeting room chairs | Two in {room} have lost a wheel.
Facilities Low: Coffee machine asks for descaling | It has asked since Monday. It is getting insistent.
Facilities Medium: Roller door of the warehouse stuck half open | Closes by hand with two people.
Facilities Urgent: Lift stuck between floors, nobody inside | Alarm is ringing. Engineer's number is on the door but nobody answers.
Facilities Low: Bike stand outside is loose | One screw is missing.
Facilities Medium: Desk move: {n} people from {room} | Wednesday after six. Phones go along, printers stay.
Facilities Low: Plants in the lobby | Nobody waters them since the new contract.
Other Low: Who books parking for visitors? | Asked three people, got four answers.
Other Medium: Business cards for two colleagues | Names and titles in the mail below.
Other Low: Lost: blue umbrella | Left in {room} on {n} February or so.
Other Medium: Courier did not come | Parcel for the calibration lab has to leave today.
`);

/** Texts that must stay the texts they are: formulas, markup, look-alikes of numbers and dates, other scripts, much too long. */
export const HOSTILE: readonly DemoIssue[] = issues(`
Software Low: =HYPERLINK("https://phish.example.org","Click to see your ticket") | =IMPORTXML("https://phish.example.org","//a")
Other Low: <script>alert('hello')</script> on our intranet page | <img src=x onerror=alert(1)> is what it shows instead of the menu. <b>Bold</b> too.
Hardware Low: 007 | The number on the asset label, zeros included. The old list dropped them.
Facilities Medium: 3/4 | Room 3/4, not the third of April. The lamp is broken.
Network Medium: +44 20 7946 0018 cannot be reached | -1 on the display, then @ and nothing.
Software Low: Поиск не находит документы с «кавычками» | И ещё: файлы с эмодзи 🚲 в имени. مرحبا too.
Software Medium: Whole log of the crash, as asked | ${"at com.example.report.Renderer.draw(Renderer.java:212) – frame {n}, page 3 of 9, font missing; ".repeat(60)}
`);

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

/** What is said between agent and requester, by its place in a conversation. */
export const REPLIES = {
  first: [
    "Thank you, I am looking into it.",
    "Got it. I will come by this afternoon.",
    "I can see it here as well and have started on it.",
    "Thanks for the details. You will hear from me before the end of the day.",
  ],
  question: [
    "Could you send me a screenshot, please?",
    "Does it also happen in a private window?",
    "Which device is it? The number is on the sticker below.",
  ],
  answer: ["Here you are, it is the same on both.", "Yes, every time.", "It says FH-L-114."],
  thanks: ["Thank you, that helps.", "Perfect, then I know what it is."],
  last: [
    "It should work again. Please write back if it does not.",
    "Replaced and tested, you can go on.",
    "Done. The access is there after the next sign-in.",
  ],
} as const;

export const TAGS: readonly string[] = [
  "recurring",
  "vendor",
  "new starter",
  "warranty",
  "month end",
  "landlord",
  "spare part",
];
