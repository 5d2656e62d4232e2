import styles from './avatar.module.css'

type AvatarProps = { src: string; size: 20 | 28 | 48 }

/** A small round image beside a name. It has no alternative text, because the name identifies the person. */
export function Avatar({ src, size }: AvatarProps) {
  return (
    // biome-ignore lint/performance/noImgElement: next/image writes a style attribute
    <img className={styles.avatar} src={src} alt="" width={size} height={size} loading="lazy" />
  )
}
