import { useEffect, useRef } from "preact/hooks";

const SOON_MS = 4_000;
/** Google lets one person run thirty calls at once and counts them: who looks elsewhere for minutes is asked for less often. */
const SELDOM_MS = 20_000;
const QUIET_TURNS = 45;

/** Calls `look` now, then every few seconds, only while the page can be seen; `look` answers whether anything was new. */
export function usePolling(look: () => Promise<boolean>): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLooking = false;
    let quietTurns = 0;
    let isOver = false;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      if (isLooking || isOver || document.visibilityState !== "visible") return;
      isLooking = true;
      quietTurns = (await latest.current()) ? 0 : quietTurns + 1;
      isLooking = false;
      if (!isOver) timer = setTimeout(() => void turn(), quietTurns < QUIET_TURNS ? SOON_MS : SELDOM_MS);
    };
    const atOnce = (): void => {
      quietTurns = 0;
      void turn();
    };
    document.addEventListener("visibilitychange", atOnce);
    window.addEventListener("focus", atOnce);
    void turn();
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", atOnce);
      window.removeEventListener("focus", atOnce);
    };
  }, []);
}
