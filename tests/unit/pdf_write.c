/* A document of every kind of item, written, and read back where that can be done without another
 * program. With a path as argument the file stays there, for tests/pdf/check.sh. */
#include "unit/check.h"
#include "unit/pdf_support.h"
#include <unistd.h>
#include <zlib.h>

#define PT(points) SP_OF_PT(points)

static struct pages build(struct sheet_builder *b) {
    add_tag(b, ROLE_ARTIFACT, 0);
    uint32_t document = add_tag(b, ROLE_DOCUMENT, 0);
    uint32_t heading = add_tag(b, ROLE_H1, document);
    uint32_t paragraph = add_tag(b, ROLE_PARAGRAPH, document);
    uint32_t link = add_tag(b, ROLE_LINK, paragraph);
    tag_texts_fill(&b->tags.at[link], b->arena)->alt = STR("Ministry of Foreign Affairs");
    add_text(b, 0, "PT Serif", "MINISTRY OF FOREIGN AFFAIRS", PT(40), PT(25), PT(8))->artifact =
        ARTIFACT_HEADER;
    b->items.at[0].text.tracking = 80;
    add_text(b, heading, "PT Serif", "Встреча Министра", PT(40), PT(60), PT(18));
    add_text(b, paragraph, "PT Serif", "AVATAR first office 10\xC2\xA0km (To) \\ Wave", PT(40),
             PT(90), PT(10));
    add_text(b, link, "PT Serif", "www.mfa.gov.by", PT(40), PT(104), PT(10))->colour =
        (struct colour){10, 60, 160, 90, 70, 0, 0, 0};
    struct item *wide =
        add_text(b, paragraph, "PT Serif", "wide set line", PT(40), PT(118), PT(10));
    wide->text.expansion = 10200;
    struct item *broken =
        add_text(b, paragraph, "PT Serif", "well-known hyphen-", PT(150), PT(118), PT(10));
    struct placed *last = arena_make(b->arena, struct placed, 2);
    memcpy(last, broken->text.words, 2 * sizeof *last);
    last[1].flags |= PLACED_SOFT_HYPHEN;
    broken->text.words = last;
    static const struct {
        const char *family, *text, *language;
    } samples[] = {
        {"Noto Serif CJK JP", "日本国大使館 東京", "ja"},
        {"Noto Naskh Arabic", "سفارة بيلاروس", "ar"},
        {"Noto Serif Thai", "น้ำใจ ที่นี่", "th"},
        {"Noto Serif Devanagari", "हिन्दी दूतावास", "hi"},
    };
    uint32_t table = add_tag(b, ROLE_TABLE, document);
    for (size_t i = 0; i < 4; i++) {
        uint32_t row = add_tag(b, ROLE_ROW, table);
        uint32_t head = add_tag(b, ROLE_HEADER_CELL, row), cell = add_tag(b, ROLE_CELL, row);
        b->tags.at[head].scope = 1;
        tag_texts_fill(&b->tags.at[cell], b->arena)->language = str_from(samples[i].language);
        sp y = PT(140) + (sp)i * PT(20);
        add_text(b, head, "PT Serif", samples[i].language, PT(40), y, PT(10));
        add_text(b, cell, samples[i].family, samples[i].text, PT(80), y, PT(12));
    }
    struct item *rule = array_add(&b->items, b->arena);
    *rule = (struct item){.kind = ITEM_RULE, .x = PT(-8), .y = PT(30)};
    rule->colour = (struct colour){200, 16, 46, 0, 100, 80, 10, 0};
    rule->rule.width = PT(500);
    rule->rule.height = PT(0.5);
    uint32_t code = add_tag(b, ROLE_FIGURE, document);
    tag_texts_fill(&b->tags.at[code], b->arena)->alt = STR("QR code: https://mfa.gov.by/en/");
    struct item *squares = array_add(&b->items, b->arena);
    *squares = (struct item){
        .kind = ITEM_SQUARES, .role = ROLE_FIGURE, .tag = code, .x = PT(40), .y = PT(230)};
    squares->colour = COLOUR_BLACK;
    static const uint8_t bits[25] = {1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1,
                                     1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1};
    squares->squares.bits = bits;
    squares->squares.side = 5;
    squares->squares.size = PT(40);
    struct item *picture = array_add(&b->items, b->arena);
    *picture = (struct item){.kind = ITEM_PICTURE, .role = ROLE_FIGURE, .x = PT(100), .y = PT(230)};
    picture->tag = add_tag(b, ROLE_FIGURE, document);
    tag_texts_fill(&b->tags.at[picture->tag], b->arena)->alt = STR("Фасад");
    struct picture *file = arena_make(b->arena, struct picture, 1);
    CHECK(picture_open(file, SOURCE_FOLDER "/data/pictures/facade.jpg", (struct span){0}, b->diag));
    picture->picture.picture = file;
    picture->picture.width = PT(120);
    picture->picture.height = PT(80);
    struct item *again = array_add(&b->items, b->arena);
    *again = *picture;
    again->x = PT(230);
    again->tag = 0;
    again->role = ROLE_ARTIFACT;
    struct item *map = array_add(&b->items, b->arena);
    *map = *again;
    map->y = PT(330);
    file = arena_make(b->arena, struct picture, 1);
    CHECK(picture_open(file, SOURCE_FOLDER "/data/pictures/missions-by-region-en.png",
                       (struct span){0}, b->diag));
    map->picture.picture = file;

    struct page *pages = arena_make(b->arena, struct page, 2);
    pages[0] = (struct page){.width = PT(419.528),
                             .height = PT(595.276),
                             .items = b->items.at,
                             .item_count = b->items.count,
                             .label = STR("i")};
    pages[1] = pages[0];
    pages[1].item_count = 3;
    pages[1].label = STR("1");
    struct page_link *links = arena_make(b->arena, struct page_link, 2);
    links[0] = (struct page_link){
        PT(40), PT(94), PT(80), PT(13), STR("https://mfa.gov.by/по"), STR("Website"), link};
    links[1] = (struct page_link){PT(40), PT(80), PT(80), PT(13), STR("#минск"), STR(""), link};
    pages[0].links = links;
    pages[0].link_count = 2;
    static struct destination destinations[] = {{{"минск", 10}, 1, 0, 0, 0}};
    static struct outline_entry outline[] = {{{"Встреча", 14}, 1, 0, PT(40), {0}},
                                             {{"Deep", 4}, 3, 1, 0, {"минск", 10}},
                                             {{"Next", 4}, 1, 1, 0, {0}}};
    return (struct pages){.at = pages,
                          .count = 2,
                          .tags = {b->tags.at, b->tags.count, b->tags.count},
                          .destinations = destinations,
                          .destination_count = 1,
                          .outline = outline,
                          .outline_count = 3,
                          .meta = {.title = STR("Пресс-релиз & <title>"),
                                   .author = STR("Ministry of Foreign Affairs"),
                                   .language = STR("en"),
                                   .identifier = STR("release-1"),
                                   .date = {2019, 11, 15}}};
}

static bool write_to(struct sheet_builder *b, const struct pages *pages, const char *path,
                     unsigned jobs) {
    struct pdf_options options = {.producer = STR("attache test"),
                                  .created = -1,
                                  .screen_profile = SOURCE_FOLDER "/data/profiles/sRGB.icc",
                                  .jobs = jobs};
    struct file_output *output = file_output_open(b->arena, path, b->diag);
    if (!output)
        return false;
    if (pdf_write(pages, &options, output, b->diag))
        return file_output_finish(output, b->diag);
    file_output_abandon(output);
    return false;
}

/* All streams of a file, inflated, one after the other. */
static struct str inflated(struct arena *arena, struct str file) {
    size_t capacity = 16u << 20, length = 0;
    char *out = arena_alloc(arena, capacity);
    for (size_t at = 0, next;
         (next = str_find(str_part(file, at, SIZE_MAX), STR("\nstream\n"))) != SIZE_MAX;) {
        at += next + 8;
        uLongf room = capacity - length;
        uLong used = file.length - at;
        if (uncompress2((Bytef *)out + length, &room, (const Bytef *)file.at + at, &used) == Z_OK)
            length += room;
    }
    return (struct str){out, length};
}

static bool holds(struct str text, const char *part) {
    return str_find(text, str_from(part)) != SIZE_MAX;
}

/* A thousand pages, to see that threads change nothing, and how long it takes. */
static struct pages many(struct sheet_builder *b, const struct pages *two, size_t count) {
    struct pages pages = *two;
    pages.count = count;
    pages.at = arena_make(b->arena, struct page, count);
    for (size_t i = 0; i < count; i++) {
        pages.at[i] = two->at[i % 2];
        pages.at[i].label = str_print(b->arena, "%zu", i + 1);
    }
    return pages;
}

static void check_contents(struct str file, struct arena *arena) {
    CHECK(str_starts(file, STR("%PDF-1.7\n")));
    CHECK(str_ends(file, STR("%%EOF\n")));
    struct str text = inflated(arena, file);
    CHECK(holds(text, "/P<</MCID"));
    CHECK(holds(text, "/Artifact<</Type/Pagination/Subtype/Header>>BDC"));
    CHECK(holds(text, "0 564.776 419.528 .5 re")); /* the rule ends at the trim */
    CHECK(holds(text, "102 Tz"));
    CHECK(holds(text, "/Dest(минск)"));
    CHECK(holds(text, "/URI(https://mfa.gov.by/%D0%BF%D0%BE)"));
    CHECK(holds(text, "/S/TH/P"));
    CHECK(holds(text, "/Nums[0 <</S/r>>\n1 <</S/D>>"));
    CHECK(holds(text, "/Scope/Row"));
    CHECK(holds(text, "<00AD>")); /* the hyphen at a line's end has a code of its own */
    CHECK(holds(file, "&amp; &lt;title&gt;"));
    CHECK(!holds(text, "Producer(Haru"));
    CHECK(holds(file, "/Predictor 15"));
    size_t jpeg = str_find(file, STR("/DCTDecode"));
    CHECK(!holds(str_part(file, jpeg + 1, SIZE_MAX), "/DCTDecode")); /* shown twice, kept once */
}

/* Both fail in the middle of a document: nothing may be claimed to be written. */
static void check_faults(struct sheet_builder *b, const struct pages *pages) {
    struct page page = pages->at[0];
    struct pages broken = *pages;
    broken.at = &page;
    broken.count = 1;
    broken.outline_count = broken.destination_count = 0;
    CHECK(!write_to(b, &broken, "/tmp/unit_pdf_fault.pdf", 1)); /* a link that leads nowhere */
    CHECK(!file_exists("/tmp/unit_pdf_fault.pdf"));
    CHECK(!write_to(b, pages, "/dev/full", 1));
}

int main(int count, char **arguments) {
    struct arena *arena = arena_new();
    struct sheet_builder builder = {.arena = arena, .diag = diag_new(arena)};
    builder.fonts = support_fonts(arena, builder.diag);
    struct pages pages = build(&builder);
    char first[64], second[64];
    snprintf(first, sizeof first, "/tmp/unit_pdf_write.%ld.pdf", (long)getpid());
    snprintf(second, sizeof second, "/tmp/unit_pdf_again.%ld.pdf", (long)getpid());
    CHECK(write_to(&builder, &pages, first, 1));
    CHECK(write_to(&builder, &pages, second, 1));
    struct str file = read_all(arena, first);
    CHECK(file.length > 1000 && str_equal(file, read_all(arena, second)));
    check_contents(file, arena);
    struct pages book = many(&builder, &pages, 300);
    CHECK(write_to(&builder, &book, first, 1));
    CHECK(write_to(&builder, &book, second, 3));
    CHECK(str_equal(read_all(arena, first), read_all(arena, second)));
    if (count > 1)
        CHECK(write_to(&builder, &pages, arguments[1], 1));
    diag_print(builder.diag, stderr);
    CHECK(diag_faults(builder.diag) == 0);
    check_faults(&builder, &pages);
    unlink(first);
    unlink(second);
    fonts_free(builder.fonts);
    arena_free(arena);
    return check_end();
}
