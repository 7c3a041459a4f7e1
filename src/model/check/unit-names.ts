import type { FactRule } from './rule.ts';

/** The number of names agrees with the stated number; a list that ends in 等 may be shorter, never longer. */
export const unitNames: FactRule = ({ units, inspection, docType }) => {
  const stated = inspection.unitCount;
  if (stated === null || units.length === 0 || docType === 'rectification') return [];
  if (units.length > stated && units.length - stated < stated)
    return [
      {
        rule: 'unit-names',
        severity: 'warning',
        message: `${units.length} units are named, ${stated} stated`,
        fields: ['units', 'inspection.unitCount'],
      },
    ];
  const nearlyAll = units.length < stated && units.length >= stated * 0.9;
  if (!nearlyAll) return [];
  return [
    {
      rule: 'unit-names',
      severity: 'warning',
      message: `only ${units.length} of ${stated} units were found by name`,
      fields: ['units', 'inspection.unitCount'],
    },
  ];
};
