/** Blue ticks. */
import { CardLine } from "../preview/Bubble.tsx";

export function Card() {
  return <CardLine>Shows the customer's messages as read</CardLine>;
}
