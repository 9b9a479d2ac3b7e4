-- the weights of the factors of one component sum to exactly 1
SELECT f.id, f.component, whole.total
FROM flps_factors f
JOIN (
  SELECT component, sum(weight) AS total, min(sort_order) AS first
  FROM flps_factors
  GROUP BY component
) whole ON whole.component = f.component AND whole.first = f.sort_order
WHERE whole.total <> 1
