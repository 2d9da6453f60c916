<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Pricewright</name>
    <message numerus="yes">
        <source> · median %1 [%2 … %3], %n seller(s)</source>
        <translation>
            <numerusform> · median %1 [%2 … %3], %n seller</numerusform>
            <numerusform> · median %1 [%2 … %3], %n sellers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n currencies</source>
        <translation>
            <numerusform>%1 of %n currency</numerusform>
            <numerusform>%1 of %n currencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prices</source>
        <translation>
            <numerusform>%1 of %n price</numerusform>
            <numerusform>%1 of %n prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources fresh</source>
        <translation>
            <numerusform>%1 of %n source fresh</numerusform>
            <numerusform>%1 of %n sources fresh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KVI</source>
        <translation>
            <numerusform>%n KVI</numerusform>
            <numerusform>%n KVIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are set up</source>
        <translation>
            <numerusform>%n alert is set up</numerusform>
            <numerusform>%n alerts are set up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) dealt with · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n alert dealt with · Ctrl+Z takes it back</numerusform>
            <numerusform>%n alerts dealt with · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) fired · 4 shows them</source>
        <translation>
            <numerusform>%n alert fired · 4 shows it</numerusform>
            <numerusform>%n alerts fired · 4 shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) put off until tomorrow · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n alert put off until tomorrow · Ctrl+Z takes it back</numerusform>
            <numerusform>%n alerts put off until tomorrow · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n competitor(s): median %1 within %2 … %3</source>
        <translation>
            <numerusform>%n competitor: median %1 within %2 … %3</numerusform>
            <numerusform>%n competitors: median %1 within %2 … %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n match confirmed · Ctrl+Z takes it back</numerusform>
            <numerusform>%n matches confirmed · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n match rejected · Ctrl+Z takes it back</numerusform>
            <numerusform>%n matches rejected · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n offer confirmed · Ctrl+Z takes it back</numerusform>
            <numerusform>%n offers confirmed · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n offer rejected · Ctrl+Z takes it back</numerusform>
            <numerusform>%n offers rejected · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of sites whose terms nobody has accepted</source>
        <translation>
            <numerusform>%n page of a site whose terms nobody has accepted</numerusform>
            <numerusform>%n pages of sites whose terms nobody has accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) outside their site's hours</source>
        <translation>
            <numerusform>%n page outside its site's hours</numerusform>
            <numerusform>%n pages outside their site's hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) would lose the price that is read today</source>
        <translation>
            <numerusform>%n page would lose the price that is read today</numerusform>
            <numerusform>%n pages would lose the price that is read today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) wait in the queue.</source>
        <translation>
            <numerusform>%n price waits in the queue.</numerusform>
            <numerusform>%n prices wait in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prices left out: no exchange rate or VAT rate.</source>
        <translation>
            <numerusform>%n price left out: no exchange rate or VAT rate.</numerusform>
            <numerusform>%n prices left out: no exchange rate or VAT rate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation>
            <numerusform>%n row rejected</numerusform>
            <numerusform>%n rows rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s)</source>
        <translation>
            <numerusform>%n scenario</numerusform>
            <numerusform>%n scenarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n webhook</numerusform>
            <numerusform>%n webhooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were refused, the first because: %1</source>
        <translation>
            <numerusform>%n was refused, because: %1</numerusform>
            <numerusform>%n were refused, the first because: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n texts were too long for a cell and were cut)</source>
        <translation>
            <numerusform>(%n text was too long for a cell and was cut)</numerusform>
            <numerusform>(%n texts were too long for a cell and were cut)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n rows shown</source>
        <translation>
            <numerusform>The %n row shown</numerusform>
            <numerusform>All %n rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n competitor(s), less than half of the prices are fresh now</source>
        <translation>
            <numerusform>Of %n competitor, less than half of the prices are fresh now</numerusform>
            <numerusform>Of %n competitors, less than half of the prices are fresh now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>The %n chosen</numerusform>
            <numerusform>The %n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n failed page(s) a service stood in</source>
        <translation>
            <numerusform>for %n failed page a service stood in</numerusform>
            <numerusform>for %n failed pages a service stood in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>test %1 for %n week(s)</source>
        <translation>
            <numerusform>test %1 for %n week</numerusform>
            <numerusform>test %1 for %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the market falls by %1 % in 7 days, or %n mutual undercut(s)</source>
        <translation>
            <numerusform>the market falls by %1 % in 7 days, or %n mutual undercut</numerusform>
            <numerusform>the market falls by %1 % in 7 days, or %n mutual undercuts</numerusform>
        </translation>
    </message>
</context>
</TS>
