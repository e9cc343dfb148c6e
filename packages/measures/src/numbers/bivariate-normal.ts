import { pnorm } from 'lib-r-math.js'

/** Gauss–Legendre half rules (nodes, weights) of 6, 12 and 20 points. */
const rules = [
  {
    below: 0.3,
    nodes: [0.9324695142031522, 0.6612093864662647, 0.238619186083197],
    weights: [0.1713244923791705, 0.3607615730481384, 0.4679139345726904],
  },
  {
    below: 0.75,
    nodes: [0.9815606342467191, 0.904117256370475, 0.769902674194305, 0.5873179542866171, 0.3678314989981802, 0.1252334085114692],
    weights: [0.04717533638651177, 0.1069393259953183, 0.1600783285433464, 0.2031674267230659, 0.2334925365383547, 0.2491470458134029],
  },
  {
    below: 2,
    nodes: [
      0.9931285991850949, 0.9639719272779138, 0.9122344282513259, 0.8391169718222188, 0.7463319064601508, 0.636053680726515,
      0.5108670019508271, 0.3737060887154196, 0.2277858511416451, 0.07652652113349733,
    ],
    weights: [
      0.01761400713915212, 0.04060142980038694, 0.06267204833410906, 0.08327674157670475, 0.1019301198172404, 0.1181945319615184,
      0.1316886384491766, 0.1420961093183821, 0.1491729864726037, 0.1527533871307259,
    ],
  },
]

/**
 * Probability that two standard normals of correlation r both lie below x and y, to about 1e-15.
 * Genz 2004, Statistics and Computing 14:251–260 (after Drezner & Wesolowsky 1990).
 */
export function bivariateNormal(x: number, y: number, r: number): number {
  if (x === -Infinity || y === -Infinity) return 0
  if (x === Infinity) return y === Infinity ? 1 : pnorm(y)
  if (y === Infinity) return pnorm(x)
  return Math.max(0, Math.min(1, Math.abs(r) < 0.925 ? moderate(-x, -y, r) : strong(-x, -y, r)))
}

type Term = (node: number) => number

function integrate(r: number, term: Term): number {
  const rule = rules.find((candidate) => Math.abs(r) < candidate.below)
  let total = 0
  for (const [index, node] of (rule?.nodes ?? []).entries()) total += (rule?.weights[index] ?? 0) * (term(1 - node) + term(1 + node))
  return total
}

function moderate(h: number, k: number, r: number): number {
  const half = (h * h + k * k) / 2
  const angle = Math.asin(r) / 2
  const total = integrate(r, (node) => {
    const sine = Math.sin(angle * node)
    return Math.exp((sine * h * k - half) / (1 - sine * sine))
  })
  return (total * angle) / (2 * Math.PI) + pnorm(-h) * pnorm(-k)
}

/** Near ±1 the integrand peaks: expand about the singularity, integrate the rest. */
function strong(h: number, other: number, r: number): number {
  const k = r < 0 ? -other : other
  const product = h * k
  const total = Math.abs(r) < 1 ? expansion(h, k, product, r) : 0
  if (r > 0) return total + pnorm(-Math.max(h, k))
  return -total + (k > h ? between(h, k) : 0)
}

function between(h: number, k: number): number {
  return h < 0 ? pnorm(k) - pnorm(h) : pnorm(-h) - pnorm(-k)
}

function expansion(h: number, k: number, product: number, r: number): number {
  const square = 1 - r * r
  const a = Math.sqrt(square)
  const bs = (h - k) ** 2
  const c = (4 - product) / 8
  const d = (12 - product) / 16
  const power = -(bs / square + product) / 2
  let total = 0
  if (power > -100) {
    total = a * Math.exp(power) * (1 - (c * (bs - square) * (1 - (d * bs) / 5)) / 3 + (c * d * square * square) / 5)
  }
  if (product > -100) {
    const b = Math.sqrt(bs)
    const tail = Math.sqrt(2 * Math.PI) * pnorm(-b / a)
    total -= Math.exp(-product / 2) * tail * b * (1 - (c * bs * (1 - (d * bs) / 5)) / 3)
  }
  return -(total + integrate(r, (node) => peak(node, a / 2, bs, product, c, d))) / (2 * Math.PI)
}

function peak(node: number, half: number, bs: number, product: number, c: number, d: number): number {
  const xs = (half * node) ** 2
  const power = -(bs / xs + product) / 2
  if (power <= -100) return 0
  const root = Math.sqrt(1 - xs)
  const smooth = 1 + c * xs * (1 + d * xs)
  return half * Math.exp(power) * (Math.exp((-product * xs) / (2 * (1 + root) ** 2)) / root - smooth)
}
