import { inverse, Matrix } from 'ml-matrix'

/** Rotated loadings with the correlations of the factors. */
export type ObliqueSolution = { loadings: Matrix; factorCorrelation: Matrix }

type State = { turn: Matrix; value: number; gradient: Matrix; loadings: Matrix }

/**
 * Turns factors toward simple structure and lets them correlate: direct quartimin (oblimin with gamma 0) by projected
 * gradients (Jennrich 2002, Psychometrika 67:7–19; Bernaards & Jennrich 2005). Equals GPArotation::oblimin. Least Σ of products
 * of squared loadings. Takes loadings of two factors or more that were not turned. Throws nothing.
 */
export function oblimin(loadings: Matrix): ObliqueSolution {
  let state = evaluate(loadings, Matrix.eye(loadings.columns))
  let size = 1
  for (let step = 0; step < 1000; step += 1) {
    const slope = projected(state)
    const squares = Matrix.mul(slope, slope).sum()
    if (Math.sqrt(squares) < 1e-7) break
    size *= 2
    let next = state
    for (let half = 0; half <= 20; half += 1) {
      next = evaluate(loadings, unitColumns(Matrix.sub(state.turn, Matrix.mul(slope, size))))
      if (state.value - next.value > 0.5 * squares * size) break
      size /= 2
    }
    state = next
  }
  return { loadings: state.loadings, factorCorrelation: state.turn.transpose().mmul(state.turn) }
}

function evaluate(unrotated: Matrix, turn: Matrix): State {
  const back = inverse(turn)
  const loadings = unrotated.mmul(back.transpose())
  const squares = Matrix.mul(loadings, loadings)
  const others = squares.mmul(Matrix.sub(Matrix.ones(turn.rows, turn.rows), Matrix.eye(turn.rows)))
  const gradient = loadings.transpose().mmul(Matrix.mul(loadings, others)).mmul(back).transpose().mul(-1)
  return { turn, loadings, gradient, value: Matrix.mul(squares, others).sum() / 4 }
}

/** The slope within factors of length one. */
function projected({ turn, gradient }: State): Matrix {
  const along = Matrix.mul(turn, gradient).sum('column')
  return Matrix.sub(gradient, turn.mmul(Matrix.diag(along)))
}

function unitColumns(matrix: Matrix): Matrix {
  const lengths = Matrix.mul(matrix, matrix).sum('column')
  return matrix.mmul(Matrix.diag(lengths.map((value) => 1 / Math.sqrt(value))))
}
