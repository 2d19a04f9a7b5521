/** How a badge on the canvas opens what it stands for: one panel for all of them, beside the badge. */
import { createContext, useContext } from "react";

export type ShowStep = (nodeId: string, badge: HTMLElement) => void;

const ShowStepContext = createContext<ShowStep>(() => {});
export const ShowStepProvider = ShowStepContext.Provider;
export const useShowStep = (): ShowStep => useContext(ShowStepContext);
