-- a boss starts at full health, and each of its phases begins at less health than the one before
SELECT b.id, p.phase, p.below, p.before
FROM bosses b
CROSS JOIN LATERAL (
  SELECT
    value ->> 'name' AS phase,
    (value ->> 'below')::numeric AS below,
    lag((value ->> 'below')::numeric) OVER (ORDER BY ordinality) AS before
  FROM jsonb_array_elements(b.phases) WITH ORDINALITY
) p
WHERE CASE WHEN p.before IS NULL THEN p.below <> 1 ELSE p.below >= p.before END
