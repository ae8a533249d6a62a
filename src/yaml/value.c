#include "yaml/value.h"

/* NULL when there is none. */
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
    if (text->count < 2)
        return text->count ? &text->at[0] : NULL;
    const struct translation *found = exactly(text, language);
    if (!found)
        found = exactly(text, primary(language));
    if (!found)
        found = exactly(text, STR(""));
    if (!found)
        found = exactly(text, STR("en"));
    return found ? found : &text->at[0];
}

struct str text_in(const struct text *text, struct str language) {
    const struct translation *found = text_find(text, language);
    return found ? found->text : STR("");
}

bool text_has(const struct text *text, struct str language) {
    return exactly(text, language) || exactly(text, STR(""));
}
