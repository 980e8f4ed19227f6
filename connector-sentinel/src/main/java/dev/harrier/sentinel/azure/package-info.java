/** Azure Identity and Azure Monitor Query on OkHttp, built lazily. No type of the SDK leaves this package. */
package dev.harrier.sentinel.azure;
