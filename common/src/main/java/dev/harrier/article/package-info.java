/**
 * Step 1: bytes in, an {@link dev.harrier.article.Article} out: the text as written, cut into blocks. The only package that knows
 * document formats, and the only one of the pure line that parses them; fetching lives at its edge.
 */
package dev.harrier.article;
