const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS = 9;
const CLOSES = 17;

/** The company works on weekdays from 9 to 17 o'clock; in the weeks of the demo its zone is UTC. */
export function isOpen(at: number): boolean {
  const date = new Date(at);
  return date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= OPENS && date.getUTCHours() < CLOSES;
}

/** The instant itself, or the next morning on which somebody is there, a little after opening. */
export function whenOpen(at: number): number {
  if (isOpen(at)) return at;
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  const isEarly = at - midnight < OPENS * HOUR_MS;
  const late = (at % HOUR_MS) / 4;
  for (let day = isEarly ? midnight : midnight + DAY_MS; ; day += DAY_MS) {
    const morning = day + OPENS * HOUR_MS + late;
    if (isOpen(morning)) return morning;
  }
}

/** The instant at which a share (0 to 1) of the working time between two instants is over. */
export function openAtShare(from: number, to: number, share: number): number {
  const mornings: number[] = [];
  for (let day = Math.floor(from / DAY_MS) * DAY_MS; day < to; day += DAY_MS) {
    const morning = day + OPENS * HOUR_MS;
    if (isOpen(morning) && morning < to) mornings.push(morning);
  }
  const days = share * mornings.length;
  return Math.floor((mornings[Math.floor(days)] ?? from) + (days % 1) * (CLOSES - OPENS) * HOUR_MS);
}
