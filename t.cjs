const t=Date.now();const e=require('echarts');console.log('load',Date.now()-t);
const c=e.init(null,null,{renderer:'svg',ssr:true,width:600,height:371});
c.setOption({animation:false,title:{text:'Hi Ärger'},xAxis:{data:['a','b']},yAxis:{},series:[{type:'bar',data:[1,2]}]});
const s=c.renderToSVGString();console.log('svg',Date.now()-t,s.length);
const {Resvg}=require('@resvg/resvg-js');console.log('resvg load',Date.now()-t);
const r=new Resvg(s,{font:{loadSystemFonts:false,fontFiles:['node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf','node_modules/@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'],defaultFontFamily:'Arimo'}});
const p=r.render().asPng();console.log('png',Date.now()-t,p.length);require('fs').writeFileSync('/tmp/t.png',p);console.log(s.slice(0,600))
