import { attributeChart, type AttributeChart, type AttributeOptions } from './attribute-chart.ts'

/**
 * Does a share (events out of `sizes`) change more than counting alone explains?
 * Assumes each of the `sizes` independent and equally likely. Centre p̄ = Σ events / Σ sizes;
 * limits p̄ ± 3 √(p̄(1−p̄)/nᵢ), cut to [0, 1]. Montgomery 2009 §7.2; equals qcc::qcc(type = "p").
 * With `laney` the limits are multiplied by sigma z = mean |zᵢ − zᵢ₋₁| / 1.128 (Laney 2002, Quality Engineering
 * 14:531–537), for large or clustered samples; equals qicharts2::qic(chart = "pp") when `screened` too.
 * A missing event or size, or a size of 0, keeps its place without a value. RangeError: more events than size. Takes events and
 * sizes in time order, of one length. RangeError also where lengths differ or phases do not fit.
 */
export function pChart(
  counts: readonly (number | null)[],
  sizes: readonly (number | null)[],
  options: AttributeOptions = {},
): AttributeChart {
  return attributeChart(counts, sizes, { most: 1, spread: (centre) => Math.sqrt(centre * (1 - centre)) }, options)
}
