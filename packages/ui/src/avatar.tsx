import styles from './avatar.module.css'

type AvatarProps = { src: string; size: 20 | 28 | 48 }

/** A small round picture beside a name; the name says who it is, so the picture is decoration. */
export function Avatar({ src, size }: AvatarProps) {
  return (
    // biome-ignore lint/performance/noImgElement: next/image writes a style attribute
    <img
      className={styles.avatar}
      src={src}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
    />
  )
}
