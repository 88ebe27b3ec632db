import { answerOf, type Calendars, type Case, type CaseFile } from "./sla-answers.ts";

/** A case that can't be read says so on stderr: it must not cost the others their answers. */
function answerOrNone(one: Case, calendars: Calendars): object | undefined {
  try {
    return answerOf(one, calendars);
  } catch (error) {
    console.error(`${one.id}: ${String(error)}`);
    return undefined;
  }
}

/** `npx tsx scripts/cases/sla.ts < file`: answers a file of schema `sla-cases/1` as a JSON array of {id, answer}. */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const file = JSON.parse(Buffer.concat(chunks).toString("utf8")) as CaseFile;
  const answers = file.cases.map((one) => {
    const answer = answerOrNone(one, file.calendars);
    return answer ? { id: one.id, answer } : { id: one.id, unsupported: true };
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}

void main();
