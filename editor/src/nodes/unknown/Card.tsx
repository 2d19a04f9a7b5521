/** Says why there is nothing to see. */
import { CardLine } from "../preview/Bubble.tsx";

export function Card() {
  return <CardLine>This version can't show it. It is kept as it is.</CardLine>;
}
