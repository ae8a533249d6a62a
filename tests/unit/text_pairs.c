#include "text/pairs.h"
#include "text/shape.h"
#include "unit/text_support.h"
#include <string.h>

static struct arena *arena;
static struct fonts *fonts;
static struct hyphenation *hyphenation;

/* Ligatures, fractions, marks that combine, two scripts in a word, letters that a font lacks. */
static const char *const texts[] = {
    "Minister Affairs officials fluffy shuffle AVATAR Tavares 1/2 10/41 +375 17 222-26-61 "
    "10\xE2\x81\x84"
    "41 mail@mfa.gov.by www.mfa.gov.by/press/news_mfa/e2a.html “quoted”, (Warsaw). Yo. W. To, "
    "Łódź naïve e\xCC\x81tude étude don’t co\xC2\xADoperation x i ij ffi fi fl fj",
    "Міністэрства замежных спраў Рэспублікі Беларусь, «Дом», аб’яднанне г. Гродна № 5 АТАКА ўсё "
    "Беларусь-Belarus a\xCC\x81 а\xCC\x81 й и\xCC\x86 Ёлка ГУДОК. Тэл.",
    "Сотрудничество подъезд — «Угол» Тула, Гродно УТКА. съезд ΑΒΓ άλφα ξένος საქართველო かな "
    "العربية",
};

/* Each word of the text with the words before it known. */
static void words_compare(const struct text_run *run, struct words *known, struct str text,
                          uint8_t flags) {
    while (text.length) {
        size_t end = str_find(text, STR(" "));
        struct str part = str_part(text, 0, end);
        text = str_part(text, end == SIZE_MAX ? text.length : end + 1, SIZE_MAX);
        struct words *fresh = words_new(fonts, hyphenation, arena);
        const struct word *a = word_find(known, style_find(known, run), part, flags);
        const struct word *b = word_find(fresh, style_find(fresh, run), part, flags);
        CHECK(a->part_count == b->part_count && a->flags == b->flags);
        for (size_t i = 0; i < a->part_count && i < b->part_count; i++) {
            const struct glyphs *mine = a->parts[i], *theirs = b->parts[i];
            bool same = mine->count == theirs->count && mine->face == theirs->face &&
                        mine->advance == theirs->advance && str_equal(mine->text, theirs->text) &&
                        memcmp(mine->at, theirs->at, mine->count * sizeof *mine->at) == 0;
            CHECK(same);
            if (!same)
                fprintf(stderr, "%.*s is set otherwise\n", STR_ARGS(part));
        }
        words_free(fresh);
    }
}

/* What words make known, and what no words can. */
static void what_is_known(void) {
    struct words *words = words_new(fonts, hyphenation, arena);
    struct text_run run = support_run(fonts, "PT Serif", "en", STR(""), SP_OF_PT(10));
    const struct style *style = style_find(words, &run);
    CHECK(!pairs_compose(style->pairs, STR("bed"), 0));
    word_find(words, style, STR("bee"), 0);
    word_find(words, style, STR("edge"), 0);
    struct glyphs *bed = pairs_compose(style->pairs, STR("bed"), 0);
    CHECK(bed && bed->count == 3 && bed->at[2].cluster == 2);
    CHECK(bed && bed->advance == bed->at[0].advance + bed->at[1].advance + bed->at[2].advance);
    CHECK(!pairs_compose(style->pairs, STR("deb"), 0));
    CHECK(!pairs_compose(style->pairs, STR("bed"), style->hyphen));
    word_find(words, style, STR("fin"), 0);
    word_find(words, style, STR("inf"), 0);
    CHECK(!pairs_compose(style->pairs, STR("fin"), 0)); /* a ligature */
    word_find(words, style, STR("бе"), 0);
    word_find(words, style, STR("да"), 0);
    CHECK(!pairs_compose(style->pairs, STR("беda"), 0)); /* of two scripts */
    words_free(words);
}

int main(void) {
    static const char *const families[] = {"PT Serif", "PT Sans", "Noto Sans"};
    static const char *const languages[] = {"en", "be", "ru"};
    arena = arena_new();
    struct diag *diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    hyphenation = hyphenation_new(STR("/usr/share/hyphen"), arena);
    what_is_known();
    for (size_t i = 0; i < 3 * 16; i++) {
        struct text_run run = support_run(fonts, families[i / 16], languages[i % 3], STR(""), 1);
        run.bold = i & 1;
        run.italic = i & 2;
        run.tabular = i & 4;
        run.tracking = i & 8;
        struct words *known = words_new(fonts, hyphenation, arena);
        for (size_t j = 0; j < 2 * sizeof texts / sizeof *texts; j++)
            words_compare(&run, known, str_from(texts[j / 2]), j % 2 ? WORD_HYPHEN : 0);
        words_free(known);
    }
    hyphenation_free(hyphenation);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}
