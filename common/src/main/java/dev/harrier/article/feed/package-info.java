/**
 * Part of step 1: a feed's bytes in, its entries out, each of which may become an article. RSS 0.9x, 1.0 and 2.0, and Atom, by ROME,
 * which is loaded only when there is a feed.
 */
package dev.harrier.article.feed;
