export default function BoardMover() {
  return null
}
