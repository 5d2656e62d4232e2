import styles from './color-dot.module.css'

/**
 * A color as a dot beside a name, which stays readable in any color. The element is an SVG because only
 * there an attribute sets a color.
 */
export function ColorDot({ color }: { color: string }) {
  return <svg className={styles.dot} color={color} aria-hidden="true" />
}
