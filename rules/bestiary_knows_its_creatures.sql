-- an entry of the bestiary has the name, family and size of the creature that it describes
SELECT b.id, b.name, c.name AS name_in_game, b.family, c.family AS family_in_game, b.size, c.size AS size_in_game
FROM bestiary_entries b
JOIN (
  SELECT kind, id, name, family, size FROM enemies
  UNION ALL
  SELECT kind, id, name, family, size FROM bosses
) c ON c.kind = b.kind AND c.id = b.source_id
WHERE (b.name, b.family, b.size) <> (c.name, c.family, c.size)
