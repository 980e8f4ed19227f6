/**
 * The edge of step 1: an address in, bytes out. The only package of the pure line that opens a connection, and only to addresses on
 * the public Internet. Nothing here is loaded unless something is fetched.
 */
package dev.harrier.article.fetch;
