/**
 * Refund policies are rows that are only ever added, each with its author and reason. What the setting of the refund tiers said becomes the first
 * version of the policy `standard`: bookings that were sold before name no policy, and go back by it.
 */
export const refundPolicies = `
CREATE TABLE refund_policies (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- JSON, as in the contract.
  tiers TEXT NOT NULL,
  cancel_fee TEXT NOT NULL,
  change_fee TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
INSERT INTO refund_policies (name, version, tiers, cancel_fee, change_fee, author, reason, added_at) VALUES ('standard', 1,
  CASE WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'refundTiers')
    THEN (SELECT json_group_array(json_object('overMinutes', (t.value ->> '$.overHours') * 60, 'percent', t.value ->> '$.percent'))
      FROM settings s, json_each(s.value) t WHERE s.key = 'refundTiers')
    ELSE '[{"overMinutes":1440,"percent":100},{"overMinutes":360,"percent":50},{"overMinutes":0,"percent":0}]' END,
  '{}', '{}', '', 'in force before there were refund policies', 0);
DELETE FROM settings WHERE key = 'refundTiers';
`;
