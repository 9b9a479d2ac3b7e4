-- a class has its signature ability from level 1 on
SELECT c.id, a.id AS signature, a.class_id AS learnt_by, a.unlock_level
FROM classes c
JOIN abilities a ON a.id = c.signature_ability
WHERE (a.class_id, a.unlock_level) IS DISTINCT FROM (c.id, 1)
