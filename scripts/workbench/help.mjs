export const HELP = `npm start                       a small company's helpdesk, with eight weeks of tickets
npm start -- FILE [OPTIONS]     your own .xlsx or .csv file, with Helpdesk > Set up waiting in its menu

Opens a spreadsheet with the add-on in your browser. Nothing leaves this computer, and no Google account is needed.
What you do there is kept, also if the process is killed; File > Start over begins again. Your file itself stays as it is.

Options
  --empty           Begin with an empty spreadsheet instead of the small company.
  --no-open         Print the address only. A browser is not opened either under CI, over SSH or without a display.
  --open            Open a browser in any case.
  --port NUMBER     Listen on this port of 127.0.0.1; without it on 8127, or on a free one where that is taken.
  --state FOLDER    Keep what you do in this folder instead of .workspace, for several workbenches side by side.
  --project FOLDER  Run another Apps Script project (.gs or .js, .html, appsscript.json) instead of this one.
  --help            Print this.
`;
