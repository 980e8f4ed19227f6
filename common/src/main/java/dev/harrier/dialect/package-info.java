/**
 * Step 5: a hunt in, a query's text out. The SPI {@link dev.harrier.dialect.Dialect}, one implementation per query language, each in
 * its connector; common owns only the contract and the shape of mapping files.
 */
package dev.harrier.dialect;
