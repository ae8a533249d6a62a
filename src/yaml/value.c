#include "yaml/value.h"

static const struct translation *exactly(const struct text *text, struct str language) {
    for (size_t i = 0; i < text->count; i++)
        if (str_equal(text->at[i].language, language))
            return &text->at[i];
    return NULL;
}

/* "zh-Hant" -> "zh" (BCP 47, RFC 5646, 2.2.1). */
static struct str primary(struct str language) {
    size_t hyphen = str_find(language, STR("-"));
    return str_part(language, 0, hyphen);
}

const struct translation *text_find(const struct text *text, struct str language) {
    const struct str wishes[] = {language, primary(language), STR(""), STR("en")};
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        const struct translation *found = exactly(text, wishes[i]);
        if (found)
            return found;
    }
    return text->count ? &text->at[0] : NULL;
}

struct str text_in(const struct text *text, struct str language) {
    const struct translation *found = text_find(text, language);
    return found ? found->text : STR("");
}

bool text_has(const struct text *text, struct str language) {
    return exactly(text, language) || exactly(text, STR(""));
}
