package vn.lantoa.units.bulk;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would fill the memory of whoever reads a sheet: the reader makes room up to the column that a cell names, and
 * keeps a whole row, a whole text and some parts. XML that breaks off is no concern here: the reader gets no further either.
 */
final class WorkbookXml {
    /** Of texts that are kept in memory. */
    static final long LARGEST_TEXTS = 96L << 20;
    /** Of whatever else is kept in memory. */
    static final long LARGEST_OTHER = 16L << 20;

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
    /** XFD is the last column. */
    private static final int MOST_CELLS = 16_384;
    /** 32,767 characters is the most that a cell takes. */
    private static final int LONGEST_CELL = 100_000;

    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii", "ascii", "iso-8859-1");
    /** What is kept in memory wherever it stands: the names of parts are the file's own. */
    private static final Map<String, Long> KEPT = Map.of(
            "si", LARGEST_TEXTS,
            "sheet", LARGEST_OTHER,
            "xf", LARGEST_OTHER,
            "numFmt", LARGEST_OTHER,
            "Override", LARGEST_OTHER,
            "Default", LARGEST_OTHER,
            "Relationship", LARGEST_OTHER);

    private static final XMLInputFactory FACTORY = factory();

    private final WatchedPart part;
    private final XMLStreamReader xml;
    private boolean inRow;
    private boolean inCell;
    private int cells;
    private int letters;

    private WorkbookXml(WatchedPart part, XMLStreamReader xml) {
        this.part = part;
        this.xml = xml;
    }

    /** As the reader of sheets makes it. */
    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    static void look(WatchedPart part) throws UnreadableFile {
        try {
            var xml = FACTORY.createXMLStreamReader(part);
            try {
                new WorkbookXml(part, xml).run();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            part.throwIfRefused();
        } catch (RuntimeException broken) {
            throw part.refuse("file-unreadable");
        }
    }

    private void run() throws XMLStreamException, UnreadableFile {
        requireCommon(xml.getCharacterEncodingScheme());
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw part.refuse("file-with-entities");
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                default -> {
                    // nothing that is kept
                }
            }
        }
    }

    /** In another encoding the bytes that were looked at mean something else. */
    private void requireCommon(@Nullable String encoding) throws UnreadableFile {
        if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw part.refuse("file-unreadable");
        }
    }

    private void begin(String name) throws UnreadableFile {
        var most = name.equals("f") && attribute("ref") != null ? Long.valueOf(LARGEST_TEXTS) : KEPT.get(name);
        if (most != null) {
            part.atMost(most);
        }
        if (name.equals("row")) {
            require(!inRow);
            inRow = true;
            cells = 0;
        } else if (inRow && name.equals("c")) {
            require(!inCell);
            inCell = true;
            letters = 0;
            cells++;
            require(cells <= MOST_CELLS);
            var address = attribute("r");
            require(address == null || ADDRESS.matcher(address).matches());
        }
    }

    private void end(String name) {
        if (name.equals("row")) {
            inRow = false;
            inCell = false;
        } else if (name.equals("c")) {
            inCell = false;
        }
    }

    private void text() throws UnreadableFile {
        if (inCell) {
            letters += xml.getTextLength();
            require(letters <= LONGEST_CELL);
        }
    }

    private @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private void require(boolean readable) throws UnreadableFile {
        if (!readable) {
            throw part.refuse("file-unreadable");
        }
    }
}
