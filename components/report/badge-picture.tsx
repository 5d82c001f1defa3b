import type { Picture } from '../../utils/pages/picture.ts';

interface Props {
  picture: Picture | undefined;
  size: number;
}

/** The badge's picture once the background has fetched and checked it, an empty frame until then, nothing where there is none. */
export function BadgePicture({ picture, size }: Props) {
  if (picture === null) return null;
  if (picture === undefined) return <span className="picture" style={{ inlineSize: size, blockSize: size }} />;
  // The badge's name stands beside it: the picture says nothing more to those who cannot see it.
  return <img className="picture" src={picture} alt="" width={size} height={size} />;
}
