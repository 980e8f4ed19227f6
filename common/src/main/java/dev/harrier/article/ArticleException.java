package dev.harrier.article;

import static java.util.Objects.requireNonNull;

/** An article that can't be read. The message names the article, what is wrong with it and the way out; it is meant for people. */
public final class ArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String id;

    public ArticleException(String id, String problem) {
        super(requireNonNull(id, "id is null") + ": " + problem);
        this.id = id;
    }

    public ArticleException(String id, String problem, Throwable cause) {
        super(requireNonNull(id, "id is null") + ": " + problem, cause);
        this.id = id;
    }

    /** The article's id, as its user names it. */
    public String id() {
        return id;
    }
}
