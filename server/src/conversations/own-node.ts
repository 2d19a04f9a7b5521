/** Where a session stands in the flow it was begun with, also while a flow that it called runs. */

/**
 * SQL of the node's id, for a statement that has the session as `s`; null when it left the flow for another one for good.
 * The last frame that runs a version of that flow is the one: those above it are of flows that were called.
 */
export const OWN_NODE = `(
  SELECT f.frame->>'nodeId'
    FROM json_array_elements(s.state->'frames') WITH ORDINALITY AS f(frame, n)
    JOIN flow_versions fv ON fv.workspace_id = s.workspace_id AND fv.id = (f.frame->>'program')::uuid
   WHERE fv.flow_id = s.flow_id
   ORDER BY f.n DESC LIMIT 1)`;
