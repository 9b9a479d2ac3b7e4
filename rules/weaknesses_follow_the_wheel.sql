-- the bestiary lists an element as a weakness only if it hurts the creature more than plain damage,
-- and leaves out none that does a quarter more
SELECT b.id, h.element, h.factor, b.weaknesses ? h.element AS listed
FROM bestiary_entries b
JOIN (
  SELECT
    c.kind,
    c.id,
    a.id AS element,
    coalesce(r.multiplier, 1) * coalesce((c.resistances ->> a.id)::numeric, 1) AS factor
  FROM (
    SELECT kind, id, element, resistances FROM enemies
    UNION ALL
    SELECT kind, id, element, NULL FROM bosses
  ) c
  CROSS JOIN elements a
  LEFT JOIN element_relations r ON r.attacker = a.id AND r.defender = c.element
) h ON h.kind = b.kind AND h.id = b.source_id
WHERE CASE WHEN b.weaknesses ? h.element THEN h.factor <= 1 ELSE h.factor >= 1.25 END
