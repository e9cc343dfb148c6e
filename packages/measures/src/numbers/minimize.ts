/** Where a function of one variable is smallest within a range, by golden section with the ends compared. Unimodal functions only. */
export function minimize(f: (x: number) => number, low: number, high: number, tolerance = 1e-12): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [x, y] = [b - ratio * (b - a), a + ratio * (b - a)]
  let [fx, fy] = [f(x), f(y)]
  while (b - a > tolerance * (1 + Math.abs(a) + Math.abs(b))) {
    if (fx <= fy) {
      ;[b, y, fy] = [y, x, fx]
      x = b - ratio * (b - a)
      fx = f(x)
    } else {
      ;[a, x, fx] = [x, y, fy]
      y = a + ratio * (b - a)
      fy = f(y)
    }
  }
  const middle = (a + b) / 2
  return [low, high, middle].reduce((best, value) => (f(value) < f(best) ? value : best), middle)
}
