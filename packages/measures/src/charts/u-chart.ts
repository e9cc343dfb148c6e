import { attributeChart, type AttributeChart, type AttributeOptions } from './attribute-chart.ts'

/**
 * Does a rate (events for each unit of area, time or people) change more than counting alone explains?
 * Assumes Poisson counts: rare, independent events. Centre ū = Σ events / Σ areas; limits ū ± 3 √(ū/aᵢ), not below 0.
 * Montgomery 2009 §7.3; equals qcc::qcc(type = "u"). `laney` as in `pChart`. Missing and 0 areas as in `pChart`. Takes counts
 * and areas in time order, of one length. RangeError: differing lengths, a negative count or area, phases that do not fit.
 */
export function uChart(
  counts: readonly (number | null)[],
  areas: readonly (number | null)[],
  options: AttributeOptions = {},
): AttributeChart {
  return attributeChart(counts, areas, { most: Infinity, spread: Math.sqrt }, options)
}
