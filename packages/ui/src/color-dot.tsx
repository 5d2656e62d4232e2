import styles from './color-dot.module.css'

/**
 * A color as a dot beside a name, which stays readable in any color. It is an SVG, because only in SVG
 * can an attribute set a color.
 */
export function ColorDot({ color }: { color: string }) {
  return <svg className={styles.dot} color={color} aria-hidden="true" />
}
