-- no achievement requires itself through others
WITH RECURSIVE needs (id, needed) AS (
  SELECT id, requires FROM achievements WHERE requires IS NOT NULL
  UNION
  SELECT n.id, a.requires
  FROM needs n
  JOIN achievements a ON a.id = n.needed
  WHERE a.requires IS NOT NULL
)
SELECT a.id, a.requires
FROM achievements a
JOIN needs n ON n.id = a.id AND n.needed = a.id
