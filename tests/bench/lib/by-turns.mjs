const TURNS = 3;

/**
 * Measures by turns, so that what else the machine does falls on all of them.
 * @param measures functions, each of which measures once @param figure the number of a measurement that orders them
 * @returns the middle measurement of each, in their order
 */
export async function byTurns(measures, figure) {
  const turns = measures.map(() => []);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [n, measure] of measures.entries()) turns[n].push(await measure());
  return turns.map((own) => own.toSorted((a, b) => figure(a) - figure(b))[Math.floor(TURNS / 2)]);
}
