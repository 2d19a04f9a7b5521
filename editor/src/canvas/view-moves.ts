/** How the view moves: far enough to be followed by eye, at once where people want less motion. */
const still = () => globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
/** Milliseconds; read each time, as the wish can change. */
export const moving = (duration: number) => (still() ? 0 : duration);

export const FIT = {
  padding: 0.18,
  maxZoom: 1,
  get duration() {
    return moving(260);
  },
};
export const QUICK = {
  get duration() {
    return moving(120);
  },
};
