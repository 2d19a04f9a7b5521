/** The open flow: bar, canvas, forms, problems, simulator. */

import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useFlowPresence } from "../api/live.tsx";
import { Canvas } from "../canvas/Canvas.tsx";
import { FlowProvider, useFlow } from "../canvas/flow-context.tsx";
import { lightStep, NOTHING_LIT } from "../document/lit-path.ts";
import { t } from "../i18n/t.ts";
import { usePlayFrom } from "../simulator/play-from.ts";
import { SimulatorPanel } from "../simulator/SimulatorPanel.tsx";
import { type OpenStep, StepPanel } from "../traffic/StepPanel.tsx";
import { ShowStepProvider } from "../traffic/show-step.ts";
import { TrafficBar } from "../traffic/TrafficBar.tsx";
import { useTraffic } from "../traffic/use-traffic.ts";
import { Clashes } from "./Clashes.tsx";
import classes from "./FlowPage.module.css";
import type { LoadedFlow } from "./load-flow.ts";
import { PeopleProvider } from "./OpenBy.tsx";
import { ProblemsPanel } from "./ProblemsPanel.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { TopBar } from "./TopBar.tsx";
import { type FlowSession, useFlowSession } from "./use-flow-session.ts";
import { useProblems } from "./use-problems.ts";

/** Under this a canvas can be looked at, not worked on. */
const NARROW = "(max-width: 699px)";

export function FlowEditor({ loaded }: { loaded: LoadedFlow }) {
  const session = useFlowSession(loaded);
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false }) ?? false;
  useProblems(session.store);
  useEffect(() => session.store.getState().setReadOnly(narrow), [session.store, narrow]);
  return (
    <FlowProvider value={session.store}>
      <title>{`${session.detail.name} · Hilo`}</title>
      <People flowId={session.detail.id}>
        <Workbench session={session} narrow={narrow} />
      </People>
    </FlowProvider>
  );
}

/** Who else is here; tells them which step is open here. */
function People({ flowId, children }: { flowId: string; children: ReactNode }) {
  const nodeId = useFlow(({ selection }) => {
    const [first] = selection.nodes;
    return selection.nodes.size === 1 && first !== undefined ? first : null;
  });
  return <PeopleProvider value={useFlowPresence(flowId, nodeId)}>{children}</PeopleProvider>;
}

/** What can be open beside the canvas. */
export interface OpenPanels {
  problems: boolean;
  simulator: boolean;
  settings: boolean;
  versions: boolean;
}

function Workbench({ session, narrow }: { session: FlowSession; narrow: boolean }) {
  const [open, setOpen] = useState<OpenPanels>({
    problems: false,
    simulator: false,
    settings: false,
    versions: false,
  });
  const show = (panels: Partial<OpenPanels>) => setOpen((old) => ({ ...old, ...panels }));
  const wished = usePlayFrom(({ nodeId }) => nodeId !== null);
  useEffect(() => {
    if (wished) setOpen((old) => ({ ...old, simulator: true }));
  }, [wished]);
  const selected = useFlow((state) => state.selection.nodes.size > 0);
  const setLit = useFlow((state) => state.setLit);
  const side = !narrow && (selected || open.settings || open.versions);
  const { id } = session.detail;
  const traffic = useTraffic(id, session.store);
  const [step, setStep] = useState<OpenStep | null>(null);
  const showStep = useCallback((nodeId: string, badge: HTMLElement) => setStep({ nodeId, badge }), []);
  const closeSimulator = () => {
    show({ simulator: false });
    setLit(NOTHING_LIT);
  };
  return (
    <div className={classes.page}>
      <TopBar session={session} open={open} show={show} traffic={traffic} narrow={narrow} />
      <div className={classes.work}>
        <div className={classes.canvasArea}>
          <ShowStepProvider value={showStep}>
            <Canvas />
          </ShowStepProvider>
          {traffic.shown && <TrafficBar traffic={traffic} />}
          {traffic.shown && step && (
            <StepPanel key={step.nodeId} flowId={id} open={step} onClose={() => setStep(null)} />
          )}
          {open.problems && <ProblemsPanel onClose={() => show({ problems: false })} />}
          {narrow && !open.simulator && (
            <div className={classes.small}>{t("To change the flow, open it on a larger screen.")}</div>
          )}
        </div>
        {side && <SidePanel flowId={id} open={open} show={show} />}
        {open.simulator && (
          <div className={classes.simulator} data-behind={side || undefined}>
            <SimulatorPanel
              flowId={id}
              beforeRun={() => session.sync.flush()}
              onClose={closeSimulator}
              onPath={(step) => {
                const { lit } = session.store.getState();
                if (step === null) setLit(NOTHING_LIT);
                else if (step.flowId === id) setLit(lightStep(lit, step));
              }}
            />
          </div>
        )}
      </div>
      <Clashes session={session} />
    </div>
  );
}
