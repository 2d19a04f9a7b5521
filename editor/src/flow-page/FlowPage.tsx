/** The page of one flow: canvas, forms, simulator, publishing. */
export function FlowPage() {
  return null;
}
