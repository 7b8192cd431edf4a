"""How texts are searched, in plain PostgreSQL (deliberations.models.search).

deliberations_searched(words): the words of a text, as stems of every language that is written in
its letters, as they are, and without their accents; Chinese as pairs of neighbouring signs. No
text says which language it is in. Needs nothing but pg_catalog: a dump is restored without ours.

deliberations_asked(words): the question to these, as search engines read it ("in quotes", -not,
or). The last word may be the beginning of one.

deliberations_marks(words, asked): those of the words that a search for `asked` is a search for.

What a row is found by is kept beside it: an index alone makes the words of a text anew for each row
that is ranked, or looked at for words side by side.
"""

HAN = r"[\u3400-\u9fff]"
ACCENTS = r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]"
ARABIC = r"[\u0621-\u064a]"
# "and", "for the", "by the" are written in one with the word, and no stemmer takes them off.
ARTICLE = (
    rf"(^|[^\u0621-\u064a])[\u0648\u0641]?"
    rf"(?:\u0628\u0627\u0644|\u0643\u0627\u0644|\u0644\u0644|\u0627\u0644)(?={ARABIC}{{2}})"
)
FOLDED = rf"""
    IF octet_length(plain) = char_length(plain) THEN
        folded := plain;
    ELSE
        folded := translate(
            regexp_replace(normalize(plain, NFKD), '{ACCENTS}', '', 'g'), 'ىةٱ', 'يها');
    END IF;
"""

FUNCTIONS = rf"""
-- Its cost leads to the index, instead of making the words of every text anew.
CREATE FUNCTION deliberations_searched(words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
DECLARE
    -- PostgreSQL holds no more than a megabyte of such words.
    plain text := lower(left(words, 60000));
    folded text;
    found tsvector;
BEGIN
    {FOLDED}
    -- Each language begins with a word that it leaves out: else the last word of one would stand
    -- beside the first of the next, where "in quotes" looks.
    found := to_tsvector('pg_catalog.simple', folded)
        || to_tsvector('pg_catalog.english', 'of ' || plain)
        || to_tsvector('pg_catalog.french', 'de ' || plain)
        || to_tsvector('pg_catalog.spanish', 'de ' || plain);
    IF folded <> plain THEN
        found := found
            || to_tsvector('pg_catalog.french', 'de ' || folded)
            || to_tsvector('pg_catalog.spanish', 'de ' || folded);
        IF plain ~ '[\u0400-\u04ff]' THEN
            found := found
                || to_tsvector('pg_catalog.russian', 'и ' || plain)
                || to_tsvector('pg_catalog.russian', 'и ' || folded);
        END IF;
    ELSIF plain ~ '[\u0400-\u04ff]' THEN
        found := found || to_tsvector('pg_catalog.russian', 'и ' || plain);
    END IF;
    IF plain ~ '{ARABIC}' THEN
        found := found || to_tsvector('pg_catalog.arabic', 'من ' || folded)
            || to_tsvector('pg_catalog.arabic', 'من ' || regexp_replace(folded, '{ARTICLE}', '\1', 'g'));
    END IF;
    IF plain ~ '{HAN}' THEN
        found := found || to_tsvector('pg_catalog.simple', (
            SELECT string_agg(substr(run[1], at, 2), ' ')
            FROM regexp_matches(plain, '{HAN}+', 'g') run, generate_series(1, length(run[1])) at));
    END IF;
    RETURN found;
END;
$$;

CREATE FUNCTION deliberations_asked(words text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := regexp_replace(lower(words), '{HAN}+', ' ', 'g');
    folded text;
    asked tsquery := '';
    ways tsquery[];
    pairs text;
BEGIN
    {FOLDED}
    ways := ARRAY[websearch_to_tsquery('pg_catalog.simple', folded),
        websearch_to_tsquery('pg_catalog.english', plain),
        websearch_to_tsquery('pg_catalog.french', plain),
        websearch_to_tsquery('pg_catalog.spanish', plain)];
    IF folded <> plain THEN
        ways := ways
            || websearch_to_tsquery('pg_catalog.french', folded)
            || websearch_to_tsquery('pg_catalog.spanish', folded);
    END IF;
    IF plain ~ '[\u0400-\u04ff]' THEN
        ways := ways
            || websearch_to_tsquery('pg_catalog.russian', plain)
            || websearch_to_tsquery('pg_catalog.russian', folded);
    END IF;
    IF plain ~ '{ARABIC}' THEN
        ways := ways || websearch_to_tsquery('pg_catalog.arabic', folded)
            || websearch_to_tsquery(
                'pg_catalog.arabic', regexp_replace(folded, '{ARTICLE}', '\1', 'g'));
    END IF;
    IF folded ~ '[[:alnum:]]{{3}}$' AND folded !~ '"|(^|\s)-|\mor\M' THEN
        ways := ways || to_tsquery('pg_catalog.simple', (
            SELECT string_agg(word[1], ' & ')
            FROM regexp_matches(folded, '[[:alnum:]]+', 'g') word) || ':*');
    END IF;
    -- Languages mostly agree, and what is said twice is looked for twice.
    SELECT COALESCE(string_agg('(' || way || ')', ' | '), '')::tsquery INTO asked
        FROM (SELECT DISTINCT each::text FROM unnest(ways) each WHERE numnode(each) > 0) said(way);
    SELECT string_agg(CASE WHEN length(run[1]) = 1 THEN run[1] || ':*' ELSE (
            SELECT string_agg(substr(run[1], at, 2), ' & ')
            FROM generate_series(1, length(run[1]) - 1) at) END, ' & ')
        INTO pairs FROM regexp_matches(words, '{HAN}+', 'g') run;
    IF pairs IS NOT NULL THEN
        asked := asked && to_tsquery('pg_catalog.simple', pairs);
    END IF;
    RETURN asked;
END;
$$;

CREATE FUNCTION deliberations_marks(words text[], asked text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
    -- Of what must be there, any; what must not be there is left out.
    any_of tsquery := regexp_replace(
        querytree(deliberations_asked(asked)), ' (&|<->|<[0-9]+>) ', ' | ', 'g')::tsquery;
BEGIN
    RETURN ARRAY(
        SELECT word FROM unnest(words) word WHERE deliberations_searched(word) @@ any_of);
END;
$$;
"""

# Of each noun, what is searched of it: an expression of its columns.
TEXTS = {
    "wording": "text",
    "decision": "sentence",
    "statement": "text",
    "contributor": "name || ' ' || short_name || ' ' || country",
    "contribution": "title || ' ' || note",
    "document": "title || ' ' || author || ' ' || introduction || ' ' || closing || ' ' || note",
    "issue": "title || ' ' || text",
}

COLUMNS = "".join(
    f"ALTER TABLE deliberations_{noun} ADD COLUMN searched tsvector"
    f" GENERATED ALWAYS AS (deliberations_searched({texts})) STORED;"
    f"CREATE INDEX {noun}_is_searched ON deliberations_{noun} USING gin (searched);"
    for noun, texts in TEXTS.items()
)

DROP_FUNCTIONS = """
DROP FUNCTION deliberations_marks, deliberations_asked, deliberations_searched;
"""
DROP_COLUMNS = "".join(f"ALTER TABLE deliberations_{noun} DROP COLUMN searched;" for noun in TEXTS)
