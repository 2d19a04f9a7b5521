-- What became of a flow's newest runs ($4 at most, begun since $3), from the log of their steps: rows of runs, of runs that
-- came to a node ('entered'), left it by a port ('left'), and had their last step there ('stopped', with the reason).
-- Only steps in the flow itself count: a flow that is called has steps of its own under the same ids. Which flow a step is
-- of is known from the calls and returns before it, followed call by call for all runs at once.
-- How many steps there are is unknown to the planner. Where a join could become a loop in a loop, a set is asked instead:
-- an IN below CASE is always looked up in a hash table.
WITH RECURSIVE begun AS MATERIALIZED (
  SELECT s.id, row_number() OVER (ORDER BY s.started_at DESC, s.id DESC)::int AS run,
         CASE WHEN s.status IN ('Active', 'Paused') THEN 'waiting' ELSE COALESCE(s.end_reason, 'finished') END AS reason
    FROM sessions s
    JOIN flow_versions v ON v.workspace_id = s.workspace_id AND v.id = s.flow_version_id AND v.kind = 'published'
   WHERE s.workspace_id = $1 AND s.flow_id = $2 AND s.started_at >= $3
   ORDER BY s.started_at DESC, s.id DESC LIMIT $4::int + 1
), moments AS MATERIALIZED (
  -- A number is the moment's place in its run: no trace has a million entries.
  SELECT b.run, b.reason, e.seq * 1000000::bigint + t.n AS at, t.type, t.node_id, t.port, t.flow
    FROM begun b
    JOIN session_events e ON e.workspace_id = $1 AND e.session_id = b.id
   CROSS JOIN LATERAL ROWS FROM (json_to_recordset(e.trace) AS (type text, "nodeId" text, port text, flow text))
         WITH ORDINALITY AS t(type, node_id, port, flow, n)
   WHERE b.run <= $4::int
     AND t.type IN ('node-entered', 'node-resumed', 'port-taken',
                    'flow-called', 'flow-changed', 'flow-suspended', 'flow-returned', 'flow-resumed')
), switches AS MATERIALIZED (
  SELECT run, type, node_id, row_number() OVER (PARTITION BY run ORDER BY at) AS place,
         flow IN (SELECT id::text FROM flow_versions WHERE workspace_id = $1 AND flow_id = $2) AS to_own
    FROM moments WHERE type LIKE 'flow-%'
), standing AS (
  -- After so many switches of a run: whether it is in the flow, and for each flow below, whether that one is, and its node.
  SELECT DISTINCT run, 0::bigint AS place, true AS own, '{}'::boolean[] AS below, '{}'::text[] AS callers FROM switches
  UNION ALL
  SELECT t.run, w.place,
         CASE WHEN w.type IN ('flow-called', 'flow-suspended', 'flow-changed') THEN w.to_own
              ELSE COALESCE(t.below[back.at], t.own) END,
         CASE WHEN w.type IN ('flow-called', 'flow-suspended') THEN t.below || t.own
              WHEN w.type = 'flow-changed' THEN t.below
              ELSE t.below[:back.at - 1] END,
         CASE WHEN w.type IN ('flow-called', 'flow-suspended') THEN t.callers || w.node_id
              WHEN w.type = 'flow-changed' THEN t.callers
              ELSE t.callers[:back.at - 1] END
    FROM standing t
    JOIN switches w ON w.run = t.run AND w.place = t.place + 1
    -- One return may leave several flows: the uppermost caller with its node is where it leads.
   CROSS JOIN LATERAL (SELECT COALESCE(max(c.at), 0)::int AS at FROM unnest(t.callers) WITH ORDINALITY AS c(node_id, at)
                        WHERE c.node_id = w.node_id) back
), placed AS MATERIALIZED (
  SELECT run, reason, at, type, node_id, port,
         count(*) FILTER (WHERE type LIKE 'flow-%') OVER (PARTITION BY run ORDER BY at) - (type LIKE 'flow-%')::int AS place
    FROM moments WHERE EXISTS (SELECT FROM switches)
   UNION ALL
  SELECT run, reason, at, type, node_id, port, 0 FROM moments WHERE NOT EXISTS (SELECT FROM switches)
), steps AS MATERIALIZED (
  SELECT run, reason, at, type, node_id, port FROM placed
   WHERE (type NOT LIKE 'flow-%' OR type = 'flow-changed')
     AND CASE WHEN place = 0 THEN true ELSE (run, place) IN (SELECT run, place FROM standing WHERE own) END
), lasts AS (
  SELECT DISTINCT ON (run) node_id, CASE WHEN type = 'flow-changed' THEN 'other-flow' ELSE reason END AS reason
    FROM steps ORDER BY run, at DESC
)
SELECT 'runs' AS what, NULL AS "nodeId", NULL AS detail, count(*)::int AS runs FROM begun
UNION ALL
SELECT 'entered', node_id, NULL, count(DISTINCT run)::int FROM steps WHERE type = 'node-entered' GROUP BY node_id
UNION ALL
SELECT 'left', node_id, port, count(DISTINCT run)::int FROM steps WHERE type = 'port-taken' GROUP BY node_id, port
UNION ALL
SELECT 'stopped', node_id, reason, count(*)::int FROM lasts GROUP BY node_id, reason
