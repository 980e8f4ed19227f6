package dev.harrier.sentinel.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole text.
 *
 * @param scalars scalar {@code let}s by name
 * @param tables tabular {@code let}s by name
 * @param opaque names bound by {@code let} to something else, such as functions with parameters
 * @param main the result
 * @param more where a second result starts, if there is one
 */
record KqlQuery(
        Map<String, KqlExpression> scalars,
        Map<String, KqlPipeline> tables,
        List<String> opaque,
        KqlPipeline main,
        Optional<Place> more) {}
