/**
 * Motorcycles and cars that goods are bought for; a number behind one is its engine or its year ("vario 125").
 * Source: written for this project from what is common on Indonesian roads.
 */
export const VEHICLES: ReadonlySet<string> = new Set(
  "vario beat supra mio scoopy nmax aerox pcx vixion ninja jupiter revo satria fino xeon lexi crf klx verza megapro avanza xenia innova agya ayla brio jazz karimun kharisma fazzio genio adv shogun nouvo fizr rxking".split(
    " ",
  ),
);
